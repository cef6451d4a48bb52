import { z } from 'zod/v4';
import { parseDestinationSelectors } from '../../workflow/parseDestinationSelectors';
import { judgeOf, type Judge } from '../Judge';
import { messagesOf } from './messagesOf';

export const destinationSelectors: readonly Judge[] = [
  judgeOf(z.strictObject({ file: z.string() }), ({ file }, expect) => {
    const read = () => parseDestinationSelectors(Buffer.from(file));
    const messages = messagesOf(read);
    expect.refusals(messages);
    if (messages.length === 0) expect.equal('selectors', read());
  }),
];
