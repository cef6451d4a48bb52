import type { FileReport } from './lintFiles';
import type { LintFinding } from './LintFinding';

/** Findings of a file with its figures. */
export interface FileSummary {
  readonly file: string;
  readonly definitions: ReadonlyArray<{
    readonly kind: string;
    readonly name: string;
    readonly version?: string;
    readonly minimal?: Readonly<Record<string, unknown>>;
  }>;
  readonly failed: boolean;
  readonly fieldsTotal: number;
  readonly fieldsDrawn: number;
  readonly yamlNodes: number;
  readonly yamlReasons: Readonly<Record<string, number>>;
  readonly fieldsLost: number;
  readonly ms: number;
  readonly findings: readonly LintFinding[];
}

/** What is said of all files together. */
export interface LintSummary {
  readonly files: number;
  /** Files with an error, or with a warning where warnings fail. */
  readonly failed: number;
  readonly fieldsTotal: number;
  readonly fieldsDrawn: number;
  readonly yamlNodes: number;
  readonly fieldsLost: number;
  readonly slowestMs: number;
  readonly reports: readonly FileSummary[];
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

const toTenth = (value: number) => Math.round(value * 10) / 10;

/** Adds up what was found. */
export function summarizeLint(
  files: readonly FileReport[],
  failing: ReadonlySet<LintFinding['severity']>,
): LintSummary {
  const reports = files.map(file => summarizeFile(file, failing));
  return {
    files: reports.length,
    failed: reports.filter(({ failed }) => failed).length,
    fieldsTotal: sum(reports.map(({ fieldsTotal }) => fieldsTotal)),
    fieldsDrawn: sum(reports.map(({ fieldsDrawn }) => fieldsDrawn)),
    yamlNodes: sum(reports.map(({ yamlNodes }) => yamlNodes)),
    fieldsLost: sum(reports.map(({ fieldsLost }) => fieldsLost)),
    slowestMs: Math.max(0, ...reports.map(({ ms }) => ms)),
    reports,
  };
}

function summarizeFile(
  { path, definitions, findings, ms }: FileReport,
  failing: ReadonlySet<LintFinding['severity']>,
): FileSummary {
  const all = [...findings, ...definitions.flatMap(one => one.findings)];
  const covered = definitions.flatMap(({ coverage }) => coverage ?? []);
  const reasons: Record<string, number> = {};
  for (const { yamlReasons } of covered)
    for (const [reason, count] of Object.entries(yamlReasons))
      reasons[reason] = (reasons[reason] ?? 0) + count;
  return {
    file: path,
    definitions: definitions.map(({ kind, name, version, minimal }) => ({
      kind,
      name,
      version,
      minimal,
    })),
    failed: all.some(({ severity }) => failing.has(severity)),
    fieldsTotal: sum(covered.map(({ fieldsTotal }) => fieldsTotal)),
    fieldsDrawn: sum(covered.map(({ fieldsDrawn }) => fieldsDrawn)),
    yamlNodes: sum(covered.map(({ yamlNodes }) => yamlNodes)),
    yamlReasons: reasons,
    fieldsLost: sum(covered.map(({ lost }) => lost.length)),
    ms: toTenth(ms),
    findings: all,
  };
}
