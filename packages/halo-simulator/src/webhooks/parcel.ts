/** One event on its way to one webhook: the body is written when the event happens, not when it is sent. */
export interface Parcel {
  readonly id: string;
  readonly notificationId: number;
  readonly eventno: number;
  readonly ticketId: number;
  readonly body: string;
}
