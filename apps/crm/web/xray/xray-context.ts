import type { XrayKind } from '@octo/contracts/crm/xray-kinds.ts';
import { createContext } from 'react';

/** A record whose story can be looked at. */
export interface XrayTarget {
  kind: XrayKind;
  id: string | number;
}

/** Opens the story of a record beside the page; undefined outside of the pages behind the sign-in. */
export const XrayContext = createContext<((target: XrayTarget) => void) | undefined>(undefined);
