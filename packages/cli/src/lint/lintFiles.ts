import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { FoundFile } from '../definitions/findFiles';
import { readDefinitions } from '../definitions/readDefinitions';
import { lintDefinition, type DefinitionReport } from './lintDefinition';
import type { LintFinding } from './LintFinding';

/** What is said of one file. */
export interface FileReport {
  readonly path: string;
  readonly definitions: readonly DefinitionReport[];
  /** What is wrong with the file itself. */
  readonly findings: readonly LintFinding[];
  /** From the definitions in it to their findings, in milliseconds. */
  readonly ms: number;
}

/** Lints files one by one; files of a folder that define nothing are left out. */
export async function lintFiles(
  files: readonly FoundFile[],
  lint: (definition: Parameters<typeof lintDefinition>[0]) => DefinitionReport,
): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  for (const { path, named } of files) {
    const report = await lintFile(path, lint);
    if (named || report.definitions.length > 0 || report.findings.length > 0)
      reports.push(
        report.definitions.length > 0 || report.findings.length > 0
          ? report
          : withNothing(report),
      );
  }
  return reports;
}

async function lintFile(
  path: string,
  lint: typeof lintDefinition,
): Promise<FileReport> {
  let start = performance.now();
  try {
    const definitions = readDefinitions(await readFile(path, 'utf8'));
    start = performance.now();
    const reports = definitions.map(lint);
    const ms = performance.now() - start;
    return { path, definitions: reports, findings: [], ms };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const finding: LintFinding = {
      rule: 'unreadable',
      severity: 'error',
      path: '',
      message,
    };
    const ms = performance.now() - start;
    return { path, definitions: [], findings: [finding], ms };
  }
}

function withNothing(report: FileReport): FileReport {
  return {
    ...report,
    findings: [
      {
        rule: 'unreadable',
        severity: 'error',
        path: '',
        message:
          'holds no Promise, CustomResourceDefinition or CompositeResourceDefinition',
      },
    ],
  };
}
