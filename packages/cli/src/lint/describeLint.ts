import { stringify } from 'yaml';
import type { FileSummary, LintSummary } from './summarizeLint';

/** The summary for people. */
export function describeLint(summary: LintSummary): string {
  const { files, failed, fieldsTotal, fieldsDrawn, yamlNodes, fieldsLost } =
    summary;
  const figures = [
    `${files} files, ${failed} failed`,
    `${fieldsTotal} fields: ${fieldsDrawn} drawn, ${yamlNodes} YAML nodes, ${fieldsLost} lost`,
  ];
  return [...summary.reports.map(describeFile), ...figures].join('\n');
}

function describeFile({ file, findings, definitions }: FileSummary): string {
  const lines = findings.map(
    ({ severity, rule, path, message }) =>
      `  ${severity.padEnd(7)} ${path || 'the whole'}: ${message} (${rule})`,
  );
  const minimal = definitions.flatMap(({ name, minimal: object }) =>
    object
      ? [
          `  the least to fill in${
            definitions.length > 1 ? ` (${name})` : ''
          }:`,
          indent(stringify(object)),
        ]
      : [],
  );
  return [file, ...lines, ...minimal, ''].join('\n');
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');
}
