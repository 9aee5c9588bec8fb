// The library below wants it loaded first.
import 'reflect-metadata';
import { KeyObject } from 'node:crypto';
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

export interface Identity {
  /** PEM. */
  certificate: string;
  key: KeyObject;
}

export interface Authority extends Identity {
  issue(request: CertificateRequest): Promise<Identity>;
}

export interface CertificateRequest {
  name: string;
  /** For a server: the host names and addresses that it answers for. */
  hosts?: readonly string[];
  validFrom?: Date;
  validTo?: Date;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;

/** An authority of a test's own. */
export async function createAuthority(name: string): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = { name: `CN=${name}`, key: keys.privateKey };
  const own = await X509CertificateGenerator.createSelfSigned({
    name: authority.name,
    keys,
    ...days({}),
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    certificate: own.toString('pem'),
    key: KeyObject.from(keys.privateKey),
    issue: (request) => issue(authority, request),
  };
}

async function issue(authority: { name: string; key: CryptoKey }, request: CertificateRequest): Promise<Identity> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const names = (request.hosts ?? []).map((value) => ({ type: /^[\d.]+$/.test(value) ? 'ip' : 'dns', value }) as const);
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${request.name}`,
    issuer: authority.name,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: algorithm,
    ...days(request),
    extensions: names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)],
  });
  return { certificate: certificate.toString('pem'), key: KeyObject.from(keys.privateKey) };
}

/** From yesterday until tomorrow, unless the test wants another time. */
function days({ validFrom, validTo }: Pick<CertificateRequest, 'validFrom' | 'validTo'>) {
  const now = Date.now();
  return { notBefore: validFrom ?? new Date(now - dayMs), notAfter: validTo ?? new Date(now + dayMs) };
}
