import { randomBytes } from 'node:crypto';
import { contentSecurityPolicy } from '@octo/platform/http/security-headers.ts';
import type { FastifyReply } from 'fastify';

export interface SignInPage {
  /** Where it goes on. Holds no character that means something in HTML but `&`. */
  next: string;
  isRefused?: boolean;
}

const styles = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { min-height: 100vh; margin: 0; display: grid; place-items: center; }
form { display: grid; gap: 0.75rem; width: min(22rem, 90vw); }
h1 { font-size: 1.25rem; margin: 0; }
p { margin: 0; }
input, button { font: inherit; padding: 0.5rem 0.75rem; border-radius: 0.375rem; border: 1px solid GrayText; }
`;

/** The one page that is there before the others: it needs none of their files. */
export function drawSignIn(reply: FastifyReply, { next, isRefused = false }: SignInPage): string {
  const styleNonce = randomBytes(18).toString('base64');
  reply.header('content-security-policy', contentSecurityPolicy({ styleNonce }));
  const refusal = isRefused ? '<p role="alert" id="refusal">This token does not open the observatory.</p>' : '';
  const fault = isRefused ? ' aria-invalid="true" aria-describedby="refusal"' : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Observatory</title>
<style nonce="${styleNonce}">${styles}</style>
</head>
<body>
<main>
<form method="post" action="/sign-in">
<h1>Observatory</h1>
<p>It shows what goes on inside, so it opens with a token.</p>
${refusal}
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus${fault}>
<input type="hidden" name="next" value="${next.replaceAll('&', '&amp;')}">
<button type="submit">Open</button>
</form>
</main>
</body>
</html>
`;
}
