import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After going to another page, reading and the keyboard go on at its heading. A changed filter leaves the focus alone. */
export function usePageFocus(): void {
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    target?.focus({ preventScroll: true });
  }, [pathname]);
}
