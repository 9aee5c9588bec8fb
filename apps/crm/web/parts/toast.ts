import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

interface Toast {
  tone?: 'good' | 'bad' | 'info';
  title: string;
  message?: ReactNode;
}

const quickMs = 5_000;

/** Says in passing what has happened; read aloud too. A failure stays until it is put away. */
export function toast({ tone = 'good', title, message }: Toast): void {
  notifications.show({
    title,
    message,
    color: `var(--${tone})`,
    autoClose: tone === 'bad' ? false : quickMs,
    // The place of the messages is read aloud politely; a failure at once.
    role: tone === 'bad' ? 'alert' : 'group',
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}
