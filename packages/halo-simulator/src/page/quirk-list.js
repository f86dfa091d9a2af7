/** The quirks as the page shows them: what they are called, and what they may be. */
/* Labels must not contain those of the form above them: tests find fields by their label. */
export const quirkGroups = [
  {
    title: 'Answers',
    quirks: [
      { name: 'answerShape', label: 'A POST answers', choices: ['object', 'array'] },
      { name: 'idForm', label: 'Ids are written as', choices: ['integer', 'double', 'string'] },
      { name: 'agentList', label: 'Staff list comes as', choices: ['array', 'results'] },
      { name: 'unknownIdStatus', label: 'Update of an unknown id', choices: [400, 404] },
      { name: 'strictUpdate', label: 'Strict updates' },
      { name: 'userNeedsSite', label: 'A user needs a site' },
    ],
  },
  {
    title: 'Limits and tokens',
    quirks: [
      { name: 'requestsPerFiveMinutes', label: 'Requests per 5 minutes (0 is off)' },
      { name: 'sendRetryAfter', label: 'Send Retry-After at the limit' },
      {
        name: 'rateLimit',
        label: 'Refuse everything with 429',
        choices: ['off', 'with-retry-after', 'without-retry-after'],
      },
      { name: 'retryAfterSeconds', label: 'Seconds in a forced 429' },
      { name: 'tokenLifetimeSeconds', label: 'Seconds a token is valid' },
    ],
  },
  {
    title: 'Failures',
    quirks: [
      { name: 'delayMs', label: 'Delay of every answer (ms)' },
      { name: 'down', label: 'Down: cut every connection' },
      { name: 'dropAnswer', label: 'Do the work, send no answer' },
      { name: 'truncateAnswer', label: 'Do the work, send broken JSON' },
    ],
  },
  {
    title: 'Webhooks',
    quirks: [
      { name: 'webhooksForApiTickets', label: 'Tickets made by the API fire webhooks' },
      { name: 'payloadTypeZero', label: 'Payload 0 is', choices: ['full', 'small'] },
      { name: 'batchDeliveries', label: 'Send every delivery as a list' },
      { name: 'duplicateDeliveries', label: 'Send every delivery twice' },
      { name: 'resendId', label: 'Envelope id when sent again', choices: ['same', 'new'] },
    ],
  },
];

/** The faults that the next requests can suffer. */
export const faultKinds = [
  ['bad-request-string', '400, a bare string'],
  ['bad-request-fields', '400, a map of fields'],
  ['bad-request-exception', '400, a .NET exception'],
  ['bad-request-array', '400, requires a JSON array'],
  ['bad-request-result-code', '400, resultCode and errorMessage'],
  ['bad-request-error', '400, error'],
  ['unauthorized', '401'],
  ['forbidden', '403 without a body'],
  ['not-found', '404 without a body'],
  ['rate-limit-with-retry-after', '429 with Retry-After'],
  ['rate-limit-without-retry-after', '429 without Retry-After'],
  ['server-error', '500'],
  ['bad-gateway', '502'],
  ['unavailable', '503'],
  ['gateway-timeout', '504'],
  ['slow', 'A second late'],
  ['down', 'Cut before the work'],
  ['drop-answer', 'Cut after the work'],
  ['truncate-answer', 'Broken JSON after the work'],
];
