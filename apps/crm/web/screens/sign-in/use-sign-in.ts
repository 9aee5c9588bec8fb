import type { Credentials, getSession, signIn } from '@octo/contracts/crm/auth.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionKey } from '../../api/query-client.ts';
import { forgetAnswers } from '../../session/session.ts';

/** Opens a session and asks who that is, with what they may do. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await request<typeof signIn>('POST /api/auth/login', { body: credentials });
      return await request<typeof getSession>('GET /api/auth/session');
    },
    onSuccess: (session) => {
      forgetAnswers(client);
      client.setQueryData(sessionKey, session);
    },
  });
}
