import type { Credentials } from '@octo/contracts/crm/auth.ts';

/** What was typed; the password exactly so. */
export function readCredentials(form: FormData): Credentials {
  return { username: String(form.get('username') ?? '').trim(), password: String(form.get('password') ?? '') };
}

export function emptyFields({ username, password }: Credentials): { username?: string; password?: string } {
  return {
    ...(username === '' ? { username: 'Enter your username or e-mail.' } : {}),
    ...(password === '' ? { password: 'Enter your password.' } : {}),
  };
}
