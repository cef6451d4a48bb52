import {
  context,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import { stringifyError } from '@backstage/errors';

const TRACER = '@promissory/plugin-promises-engine';

/** What a span says. */
export interface SpanDescription {
  readonly attributes?: Attributes;
  /** What brought this about, in another process or at another time. Default: the span that is active now. */
  readonly parent?: SpanContext;
  /** What else brought this about. */
  readonly links?: readonly SpanContext[];
}

/** Does something within a span of OpenTelemetry; a rejection marks the span. Free of cost where nothing is traced. */
export async function inSpan<T>(
  name: string,
  description: SpanDescription,
  task: (span: Span) => Promise<T>,
): Promise<T> {
  const span = startSpan(name, description);
  return context.with(trace.setSpan(context.active(), span), async () => {
    try {
      return await task(span);
    } catch (error) {
      failSpan(span, stringifyError(error));
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span that its caller ends. */
export function startSpan(name: string, description: SpanDescription): Span {
  const { attributes, parent, links = [] } = description;
  return trace
    .getTracer(TRACER)
    .startSpan(
      name,
      { attributes, links: links.map(link => ({ context: link })) },
      parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : context.active(),
    );
}

/** Says of a span that what it stands for went wrong. */
export function failSpan(span: Span, message: string | undefined): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}
