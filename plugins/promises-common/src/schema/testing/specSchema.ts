/** The schema of a resource whose spec has these properties. */
export const specSchema = (
  properties: Record<string, unknown>,
  more: object = {},
) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});
