/** A file that a step makes or adds to. */
export interface PageEdit {
  /** Path in the app. */
  readonly file: string;
  readonly text: string;
}

/** One step of the install page. */
export interface PageStep {
  readonly title: string;
  /** Shell commands, one a line. */
  readonly commands: readonly string[];
  readonly edits: readonly PageEdit[];
}

const HEADING = /^## (.*)$/;
const FENCE = /^```(\S*)(?:\s+title="([^"]+)")?\s*$/;

/**
 * The steps of the install page: sections with a number. In them every `sh` block is run and every block with the title of
 * a file is applied; blocks of other sections are for special cases and only shown.
 */
export function readInstallPage(markdown: string): PageStep[] {
  const steps: Array<{
    title: string;
    commands: string[];
    edits: PageEdit[];
  }> = [];
  let block: { language: string; file?: string; lines: string[] } | undefined;
  let isStep = false;
  for (const line of markdown.split('\n')) {
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (block && line.startsWith('```')) {
      const step = steps.at(-1);
      const { language, file, lines } = block;
      if (isStep && step && language === 'sh') {
        step.commands.push(...lines.filter(each => each.trim() !== ''));
      } else if (isStep && step && file) {
        step.edits.push({ file, text: `${lines.join('\n')}\n` });
      }
      block = undefined;
    } else if (block) {
      block.lines.push(line);
    } else if (fence) {
      block = { language: fence[1], file: fence[2], lines: [] };
    } else if (heading) {
      isStep = /^\d+\. /.test(heading[1]);
      if (isStep) steps.push({ title: heading[1], commands: [], edits: [] });
    }
  }
  return steps;
}
