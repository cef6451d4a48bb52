import { z } from 'zod/v4';
import { parseWorkflowControl } from '../../workflow/parseWorkflowControl';
import { judgeOf, type Judge } from '../Judge';
import { messagesOf } from './messagesOf';

export const workflowControl: readonly Judge[] = [
  judgeOf(z.strictObject({ file: z.string() }), ({ file }, expect) => {
    const read = () => parseWorkflowControl(Buffer.from(file));
    const messages = messagesOf(read);
    expect.refusals(messages);
    if (messages.length > 0) return;
    const { message, suspend, retryAfterMs } = read();
    expect.equal('message', message);
    expect.equal('suspend', suspend);
    expect.equal('retry', retryAfterMs !== undefined);
    expect.equal('retrySeconds', (retryAfterMs ?? 0) / 1_000);
  }),
];
