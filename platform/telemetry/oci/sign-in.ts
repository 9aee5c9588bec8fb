import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { AuthenticationDetailsProvider } from 'oci-common';
import type { OciSignIn } from './settings.ts';

/** What a request is signed with. */
export interface Identity {
  keyId: string;
  privateKey: KeyObject;
}

/** Asked before each request: who signs in as a machine has keys that change every few minutes. */
export type AskIdentity = () => Promise<Identity>;

/** Reads the credentials anew. OCI's library is loaded here and nowhere sooner. */
export async function signIn(settings: OciSignIn): Promise<AskIdentity> {
  const provider = await openProvider(settings);
  let pem = '';
  let privateKey: KeyObject | undefined;
  return async () => {
    const keyId = await provider.getKeyId();
    const given = provider.getPrivateKey();
    if (privateKey === undefined || given !== pem) {
      pem = given;
      privateKey = createPrivateKey({ key: given, passphrase: provider.getPassphrase() ?? undefined });
    }
    return { keyId, privateKey };
  };
}

export function isSameIdentity(one: Identity, other: Identity): boolean {
  return one.keyId === other.keyId && one.privateKey.equals(other.privateKey);
}

async function openProvider({ auth, configFile, profile }: OciSignIn): Promise<AuthenticationDetailsProvider> {
  const oci = await import('oci-common');
  switch (auth) {
    case 'config_file':
      return new oci.ConfigFileAuthenticationDetailsProvider(configFile, profile);
    case 'session':
      return new oci.SessionAuthDetailProvider(configFile, profile);
    case 'instance_principal':
      return await new oci.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
    case 'resource_principal':
      return oci.ResourcePrincipalAuthenticationDetailsProvider.builder();
    case 'oke_workload': {
      const { OkeWorkloadIdentityAuthenticationDetailsProviderBuilder: Builder } =
        oci.OkeWorkloadIdentityAuthenticationDetailsProvider;
      return new Builder().build();
    }
  }
}
