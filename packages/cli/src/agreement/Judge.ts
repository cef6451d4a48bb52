import {
  compileSchema,
  findSchemaProblems,
  type CompiledSchema,
  type SchemaProblem,
} from '@promissory/plugin-promises-common';

/** What is compared with the API server. */
export interface Judge {
  findProblems(schema: unknown): readonly SchemaProblem[];
  compile(schema: unknown): CompiledSchema;
}

/** The library. */
export const libraryJudge: Judge = {
  findProblems: findSchemaProblems,
  compile: schema => compileSchema(schema),
};
