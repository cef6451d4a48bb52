import type { Config } from '@backstage/config';
import { z } from 'zod/v4';
import type { TemplateOptions } from './TemplateOptions';

const patterns = z.array(z.string().min(1)).optional();

const templatesSchema = z.strictObject({
  enabled: z.boolean().default(true),
  form: z.enum(['extension', 'parameters']).default('extension'),
  namespace: z.string().default('default'),
  wait: z.enum(['none', 'accepted', 'delivered']).default('delivered'),
  include: z
    .strictObject({
      names: patterns,
      categories: patterns,
      tags: patterns,
      owners: patterns,
    })
    .default({}),
});

/** Reads `promises.catalog.templates`; undefined where Templates are switched off. Throws where it cannot be read. */
export function readTemplateOptions(
  config: Config,
): TemplateOptions | undefined {
  const result = templatesSchema.safeParse(
    config.getOptional('promises.catalog.templates') ?? {},
  );
  if (!result.success) {
    throw new Error(
      `promises.catalog.templates: ${result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')}`,
    );
  }
  const { enabled, ...options } = result.data;
  return enabled
    ? { ...options, marketplaceUrl: marketplaceUrl(config) }
    : undefined;
}

function marketplaceUrl(config: Config): string | undefined {
  const app = config.getOptionalString('app.baseUrl')?.replace(/\/+$/, '');
  const page =
    config.getOptionalString('promises.catalog.pagePath') ?? '/promises';
  return app && `${app}${page.replace(/\/+$/, '')}`;
}
