import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

const pauseMs = 250;

/** What is typed to narrow a list: told when typing pauses or at Enter; Escape empties it. */
export function useTyped(value: string, onChange: (value: string | undefined) => void) {
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Followed only when it was changed elsewhere: by the back button, or by clearing all filters.
  const [followed, setFollowed] = useState(value);
  if (value !== followed) {
    setFollowed(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const change = (text: string, waitMs = pauseMs) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(text.trim() || undefined), waitMs);
  };
  return {
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'Enter') change(typed, 0);
      if (key === 'Escape' && typed !== '') change('', 0);
    },
  };
}
