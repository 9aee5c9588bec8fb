export type ComponentStatus = 'healthy' | 'degraded' | 'down' | 'unknown';

/** What a probe found; `details` is a few words for a person. */
export interface Finding {
  status: ComponentStatus;
  details: string;
}

/** A part of the platform that can be asked how it is. */
export interface Component {
  name: string;
  type: string;
  /** Undefined for one that nobody said where it is. */
  probe?: (() => Promise<Finding>) | undefined;
}
