/** How a request ended: what its span, its log line and its metrics tell. */
export interface RequestEnd {
  readonly method: string;
  /** Template of the route that was matched. */
  readonly route: string | undefined;
  /** As it was answered; 499 when its caller hung up before the answer was out. */
  readonly status: number;
  readonly seconds: number;
}
