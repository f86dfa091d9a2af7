/** One request to a webhook's URL, and what came back; `GET /api/WebhookEvent` answers these. */
export interface Delivery {
  readonly id: string;
  readonly webhook_id: string;
  readonly integration_method_id: number;
  readonly notification_id: number;
  readonly timestamp: string;
  /** 1 is under way, 2 answered, 3 failed. */
  readonly status: 1 | 2 | 3;
  /** Seconds. */
  readonly duration: number;
  /** JSON, as Halo stores it. */
  readonly requestheaders: string;
  readonly requestbody: string;
  /** 0 until an answer came. */
  readonly responsestatus: number;
  readonly responseheaders: string;
  readonly responsebody: string;
  /** The ticket's number. */
  readonly entity_id: number;
  readonly error: boolean;
  /** Not in Halo's schema: why there was no answer. */
  readonly errormessage?: string;
}
