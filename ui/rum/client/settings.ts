import { type RumSettings, rumMetaName } from '@octo/contracts/browser-telemetry.ts';

/** Whom this page tells of the visit; undefined tells nobody. */
export function readSettings(): RumSettings | undefined {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${rumMetaName}"]`)?.content;
  return content === undefined ? undefined : writtenByUs(JSON.parse(content));
}

/** The server of the page wrote it. */
function writtenByUs(settings: unknown): RumSettings {
  return settings as RumSettings;
}

/** Who asks not to be followed is not. */
export function asksForPrivacy(asked: { doNotTrack?: string | null; globalPrivacyControl?: boolean }): boolean {
  return asked.doNotTrack === '1' || asked.globalPrivacyControl === true;
}
