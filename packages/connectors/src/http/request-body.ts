import { type NameValue, StepError } from '@sluice/connector-kit';
import { findJsonFault } from '@sluice/schema';
import { encodePairs } from './encode-pairs.ts';

/** The inputs that a body can be written in. */
export interface BodyInputs {
  readonly json?: string | undefined;
  readonly text?: string | undefined;
  readonly form?: readonly NameValue[] | undefined;
}

/** What is sent, and as what; nothing without a body. */
export interface RequestBody {
  readonly body?: string;
  readonly contentType?: string;
}

/** The body as it is sent. Throws a `StepError` when there are two, or when JSON is none. */
export function requestBody({ json, text, form = [] }: BodyInputs): RequestBody {
  const given = [json !== undefined, text !== undefined, form.length > 0].filter(Boolean).length;
  if (given > 1) {
    throw new StepError({
      code: 'invalid-input',
      message: 'The request has more than one body.',
      hint: 'Fill in one of JSON body, Text body and Form.',
    });
  }
  if (json !== undefined) return { body: checkedJson(json), contentType: 'application/json' };
  if (text !== undefined) return { body: text, contentType: 'text/plain; charset=utf-8' };
  if (form.length === 0) return {};
  return { body: encodePairs(form), contentType: 'application/x-www-form-urlencoded' };
}

/** Sent as it was written: reading and writing it again would round long numbers. */
function checkedJson(json: string): string {
  const fault = findJsonFault(json);
  if (!fault) return json;
  throw new StepError({
    code: 'invalid-input',
    message: `The JSON body is not JSON from line ${fault.line}, column ${fault.column} on. ${fault.problem}`,
    hint: 'A pill outside of quotes brings its value as JSON; within quotes it brings text.',
    input: 'json',
  });
}
