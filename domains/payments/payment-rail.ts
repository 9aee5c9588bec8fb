/** What is to be paid, named by the order: a rail charges an order at most once. */
export interface ChargeRequest {
  orderId: number;
  amountCents: number;
  currency: string;
  /** Stands for the buyer's card; a card number never reaches us. */
  token: string;
}

export type ChargeResult =
  | { status: 'charged'; reference: string }
  | { status: 'declined'; declineCode: string }
  /** The processor refused to work and has charged nothing. */
  | { status: 'processor_down' };

export type FoundCharge = Extract<ChargeResult, { status: 'charged' | 'declined' }> | { status: 'voided' };

/**
 * A way to take money, and to give it back. `charge` is durable before it answers, and answers a repeat for the same order with the first
 * result. When it throws, the outcome is unknown and `find` must be asked.
 */
export interface PaymentRail {
  readonly provider: string;
  charge(request: ChargeRequest): Promise<ChargeResult>;
  /** What the rail knows of an order's charge; undefined when it never heard of it. */
  find(orderId: number): Promise<FoundCharge | undefined>;
  /**
   * Shuts the door on an order that the rail never heard of: a charge still on its way will be refused.
   * What the rail has decided already stands, and is the answer: nobody may place or fail the order on anything else.
   */
  void(request: Omit<ChargeRequest, 'token'>): Promise<FoundCharge>;
  /**
   * Gives back what was paid for an order, at most once and by the way it came; durable before it answers, and a repeat changes
   * nothing. When it throws, the outcome is unknown, and it is to be asked again.
   */
  refund(request: Omit<ChargeRequest, 'token'>): Promise<void>;
}
