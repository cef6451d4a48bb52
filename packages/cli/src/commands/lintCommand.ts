import { relative } from 'node:path';
import { findFiles } from '../definitions/findFiles';
import { describeLint } from '../lint/describeLint';
import {
  lintFaultNames,
  withLintFault,
  type LintFaultName,
} from '../lint/faults';
import { lintDefinition } from '../lint/lintDefinition';
import { lintFiles } from '../lint/lintFiles';
import { summarizeLint } from '../lint/summarizeLint';
import type { Command } from './Command';
import { readArguments } from './readArguments';
import { UsageError } from './UsageError';

/** Says of Promises, CRDs and XRDs what would be refused, what the form does not reach, and what hurts people. */
export const lintCommand: Command = {
  usage: `lint FILE|DIR… [--json] [--fail-on=error|warning] [--break=${lintFaultNames.join(
    '|',
  )}]`,
  description: 'what is refused, and what hurts, in Promises, CRDs and XRDs',
  async run(context) {
    const { json, paths, flags } = readArguments(context, {
      break: lintFaultNames,
      'fail-on': ['error', 'warning'],
    });
    if (paths.length === 0) throw new UsageError('lint takes files or folders');
    const fault = flags.break as LintFaultName | undefined;
    const files = await findFiles(paths).catch(error => {
      throw new UsageError(String(error));
    });
    const reports = await lintFiles(files, definition => {
      const report = lintDefinition(definition);
      return fault ? withLintFault(report, fault) : report;
    });
    const summary = summarizeLint(
      reports.map(report => ({
        ...report,
        path: relative(context.directory, report.path) || report.path,
      })),
      new Set(
        flags['fail-on'] === 'warning' ? ['error', 'warning'] : ['error'],
      ),
    );
    context.print(json ? JSON.stringify(summary) : describeLint(summary));
    if (summary.files === 0) {
      context.complain('there is no Promise, CRD or XRD: nothing was linted');
      return 1;
    }
    return summary.failed > 0 || summary.fieldsLost > 0 ? 1 : 0;
  },
};
