import type { JsonObject } from '@promissory/plugin-promises-common';
import ts from 'typescript';

/** Packages with the types of kinds, generated from the OpenAPI of Kubernetes and of Argo Workflows. */
const MODULES: Readonly<Record<string, string>> = {
  v1: 'kubernetes-models/v1',
  'apps/v1': 'kubernetes-models/apps/v1',
  'autoscaling/v2': 'kubernetes-models/autoscaling/v2',
  'networking.k8s.io/v1': 'kubernetes-models/networking.k8s.io/v1',
  'policy/v1': 'kubernetes-models/policy/v1',
  'rbac.authorization.k8s.io/v1':
    'kubernetes-models/rbac.authorization.k8s.io/v1',
  'argoproj.io/v1alpha1':
    '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1',
};

const FILE = `${__dirname}/documents.ts`;

/** Whether there are types for a document. */
export function hasType({ apiVersion }: JsonObject): boolean {
  return String(apiVersion) in MODULES;
}

/**
 * Judges documents by the types of their kinds: missing, unknown and wrong fields, as a strict API server refuses them.
 * One program for all, for starting the compiler is what takes time.
 */
export function checkBuiltIns(
  documents: readonly JsonObject[],
): readonly string[] {
  const text = documents
    .map(
      document =>
        `export const _${documents.indexOf(document)}: import('${
          MODULES[String(document.apiVersion)]
        }/${document.kind}').I${document.kind} = ${JSON.stringify(document)};`,
    )
    .join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...rest) =>
    file === FILE
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, file, ...rest);
  host.fileExists = file => file === FILE || fileExists.call(host, file);
  const program = ts.createProgram([FILE], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, start, messageText }) => {
      const line =
        file && start !== undefined
          ? file.getLineAndCharacterOfPosition(start).line
          : -1;
      const { kind, metadata } = documents[line] ?? {};
      return `${kind} ${
        (metadata as { name?: string })?.name
      }: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
