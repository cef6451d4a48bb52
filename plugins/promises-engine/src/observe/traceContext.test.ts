import fc from 'fast-check';
import { activeTraceparent, parseTraceparent } from './traceContext';

describe('traceContext', () => {
  it('has no traceparent where nothing is traced', () => {
    expect(activeTraceparent()).toBeUndefined();
  });

  it.each([
    ['sampled', '01', 1],
    ['not sampled', '00', 0],
    ['sampled, with a bit of tomorrow', '03', 1],
  ])('reads what is %s', (_what, flags, traceFlags) => {
    expect(
      parseTraceparent(
        `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-${flags}`,
      ),
    ).toEqual({
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      traceFlags,
      isRemote: true,
    });
  });

  it.each([
    ['no trace', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'],
    ['no span', '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01'],
    [
      'another version',
      '01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    ],
    ['nothing', undefined],
  ])('is undefined for %s', (_what, text) => {
    expect(parseTraceparent(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseTraceparent(text)).toBeUndefined();
      }),
    );
  });
});
