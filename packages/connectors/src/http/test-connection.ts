import { type Http, HttpError, StepError } from '@sluice/connector-kit';
import type { ConnectionCheck } from '@sluice/schema';
import type { HttpConnectionValues } from './credentials.ts';
import { requestAddress } from './request-address.ts';

interface Trial {
  readonly values: HttpConnectionValues;
  open(): Promise<Http>;
}

/** Asks for one path: whether anything answers there, and whether it lets these credentials in. */
export async function testConnection(trial: Trial): Promise<readonly ConnectionCheck[]> {
  const path = trial.values.testPath?.trim() || '/';
  try {
    const http = await trial.open();
    const { status } = await http.send({ method: 'GET', url: requestAddress(path, []) });
    return [answered(status), letIn(trial.values, `Let in (status ${status}).`)];
  } catch (error) {
    if (error instanceof HttpError && error.status !== undefined) {
      return [answered(error.status), refusal(trial.values, error.status)];
    }
    if (!(error instanceof HttpError || error instanceof StepError)) throw error;
    return [{ label: 'Address', ok: false, message: error.message }];
  }
}

function answered(status: number): ConnectionCheck {
  return {
    label: 'Address',
    ok: status < 500,
    message: status < 500 ? 'Something answers there.' : `It answers with status ${status}.`,
  };
}

function letIn({ authentication }: HttpConnectionValues, message: string): ConnectionCheck {
  const label = (authentication ?? 'none') === 'none' ? 'Access' : 'Credentials';
  return { label, ok: true, message };
}

function refusal(values: HttpConnectionValues, status: number): ConnectionCheck {
  const { label } = letIn(values, '');
  if (status === 401 || status === 403) {
    const message =
      label === 'Access'
        ? `It asks for credentials (status ${status}). Choose a kind of authentication.`
        : `They were refused (status ${status}). Check them, and what they may read.`;
    return { label, ok: false, message };
  }
  const message = `Not proved: the answer was status ${status}. Name a Path to test that exists.`;
  return { label, ok: status < 500, message };
}
