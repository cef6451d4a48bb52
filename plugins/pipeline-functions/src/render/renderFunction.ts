import type { JsonObject } from '@promissory/plugin-promises-common';
import { requestVariables } from '../expressions/requestVariables';
import { FunctionError } from '../pipelineFunction/FunctionError';
import { readOptions } from '../pipelineFunction/readOptions';
import type {
  FunctionInput,
  FunctionOutput,
  PipelineFunction,
} from '../pipelineFunction/types';
import { checkOutputPath } from './checkOutputPath';
import { expandFile, type FileOptions } from './expandFile';
import { renderOptionsSchema } from './optionsSchema';
import { printContent } from './printContent';
import { renderExample } from './renderExample';
import { renderMetadata, type SelectorOptions } from './renderMetadata';
import {
  renderString,
  renderValue,
  type TemplateVariables,
} from './renderValue';

interface RenderOptions {
  readonly files?: readonly FileOptions[];
  readonly destinationSelectors?: readonly SelectorOptions[];
  readonly status?: JsonObject;
}

function renderFiles(
  options: RenderOptions,
  variables: TemplateVariables,
  input: FunctionInput,
) {
  const encoder = new TextEncoder();
  const output = new Map<string, Uint8Array>();
  let bytes = 0;
  (options.files ?? []).forEach((file, index) => {
    const where = `OPTIONS.files[${index}]`;
    for (const scope of expandFile(file, variables, where)) {
      const path = renderString(file.path, scope, `${where}.path`);
      checkOutputPath(path, `${where}.path`);
      if (output.has(path)) {
        throw new FunctionError(
          `${where}.path`,
          `${path} is written twice; each file needs a path of its own`,
        );
      }
      const content = encoder.encode(
        printContent(
          renderValue(file.content, scope, `${where}.content`),
          `${where}.content`,
        ),
      );
      bytes += content.byteLength;
      if (
        bytes > input.limits.outputBytes ||
        output.size >= input.limits.outputFiles
      ) {
        throw new FunctionError(
          where,
          `the output is larger than ${input.limits.outputBytes} bytes or ${input.limits.outputFiles} files`,
        );
      }
      output.set(path, content);
      input.log(`wrote ${path} (${content.byteLength} bytes)`);
    }
  });
  return output;
}

/** Writes files from templates with CEL expressions. @public */
export const renderFunction: PipelineFunction = {
  name: 'render',
  title: 'Render',
  description:
    'Writes files from templates: text or objects whose strings may hold `${{ CEL }}`, with loops and conditions; sets destination selectors and status.',
  optionsSchema: renderOptionsSchema,
  example: renderExample,
  run(input: FunctionInput): FunctionOutput {
    const options: RenderOptions = readOptions(renderFunction, input);
    const variables = requestVariables(input);
    const output = renderFiles(options, variables, input);
    return {
      output,
      metadata: renderMetadata(options, variables, input.metadata),
    };
  },
};
