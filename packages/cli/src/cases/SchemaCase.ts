import { z } from 'zod/v4';

const causesShape = z.array(
  z.looseObject({ field: z.string(), reason: z.string() }),
);

const objectCaseShape = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  object: z.unknown().optional(),
  objectText: z.string().optional(),
  update: z.unknown().optional(),
  updateText: z.string().optional(),
  subresource: z.string().optional(),
  accepted: z.boolean(),
  httpCode: z.number().optional(),
  causes: causesShape.nullish(),
  stored: z.unknown().optional(),
  storedText: z.string().optional(),
});

/** The format of a file of recorded answers: a list of schemas, each with its cases. */
export const schemaCasesShape = z.array(
  z.looseObject({
    id: z.string(),
    schema: z.unknown(),
    schemaBefore: z.unknown().optional(),
    statusSubresource: z.boolean().optional(),
    crdAccepted: z.boolean(),
    crdHttpCode: z.number().optional(),
    crdCauses: causesShape.nullish(),
    cases: z.array(objectCaseShape).optional(),
  }),
);

/** What an API server answered for a schema and for objects of it. */
export type SchemaCase = z.infer<typeof schemaCasesShape>[number];

/** What an API server answered for one object. */
export type ObjectCase = z.infer<typeof objectCaseShape>;
