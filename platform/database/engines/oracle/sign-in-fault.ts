/** Which part of a sign-in is wrong, and why, for a person. */
export interface SignInFault {
  at: 'dsn' | 'walletDir' | 'walletPassword' | 'tokenDir';
  message: string;
}
