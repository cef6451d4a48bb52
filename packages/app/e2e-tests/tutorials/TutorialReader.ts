import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { applyDifference } from './applyDifference.ts';
import {
  readBlocks,
  type Block,
  type CodeBlock,
  type FormTable,
} from './readBlocks.ts';

const run = promisify(execFile);
const TUTORIALS = resolve(import.meta.dirname, '../../../../docs/tutorial');

/**
 * Somebody who follows a tutorial block by block. Each method takes the next block of the page and fails where it is
 * another one than the test expects, so that page and test cannot part.
 */
export class TutorialReader {
  readonly #page: string;
  readonly #folder: string;
  readonly #blocks: Block[];

  /** `folder` stands for the clone that the reader works in. */
  static async open(page: string, folder: string): Promise<TutorialReader> {
    const markdown = await readFile(join(TUTORIALS, page), 'utf8');
    return new TutorialReader(page, folder, readBlocks(markdown));
  }

  private constructor(page: string, folder: string, blocks: Block[]) {
    this.#page = page;
    this.#folder = folder;
    this.#blocks = blocks;
  }

  /** Writes the file that the page shows whole. */
  async writeFile(): Promise<void> {
    const { title = '', text } = this.#takeCode('yaml');
    const file = this.#resolve(title);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** Makes the edits that follow one another, and saves once. */
  async edit(): Promise<void> {
    const { title = '', text } = this.#takeCode('diff');
    const file = this.#resolve(title);
    let content = applyDifference(await readFile(file, 'utf8'), text);
    for (
      let next = this.#blocks[0];
      next?.type === 'code' && next.language === 'diff';
      next = this.#blocks[0]
    ) {
      expect(next.title, `${this.#page} edits one file at a time`).toBe(title);
      content = applyDifference(content, this.#takeCode('diff').text);
    }
    await writeFile(file, content);
  }

  /** A part of a file that the page shows below its title. */
  excerpt(title: string): string {
    const block = this.#takeCode('yaml');
    expect(block.title).toBe(title);
    return block.text;
  }

  /** Commands, without running them. */
  commands(): string {
    return this.#takeCode('sh').text;
  }

  /** Runs commands until they print exactly what the page shows; what is under way may take a moment. */
  async run(): Promise<void> {
    const commands = this.commands();
    const shown = this.#takeCode('text', 'yaml').text;
    await expect
      .poll(() => this.#shell(commands), { message: commands, timeout: 20_000 })
      .toBe(shown);
  }

  /** What goes into a form. */
  form(): FormTable['values'] {
    const block = this.#take();
    if (block.type !== 'form') {
      throw new Error(
        `${this.#page} has no table of fields here, but ${block.text}`,
      );
    }
    return block.values;
  }

  /** Lines that a part of a page shows, in their order. */
  shown(part: string): string[] {
    const block = this.#takeCode('text');
    expect(block.title, `${this.#page} shows a part of a page`).toBe(part);
    return block.text.trimEnd().split('\n');
  }

  /** Fails where something on the page was not followed. */
  end(): void {
    expect(this.#blocks, `${this.#page} goes on`).toEqual([]);
  }

  #resolve(title: string): string {
    expect(title, `${this.#page} writes where it said`).toMatch(
      /^my-promises\/[a-z-]+\/promise\.yaml$/,
    );
    return join(this.#folder, title);
  }

  async #shell(commands: string): Promise<string> {
    // A command may well end with a failure, as grep does that finds nothing; what counts is what it prints.
    const output = await run('sh', ['-c', commands], {
      cwd: this.#folder,
    }).catch((error: { stdout: string; stderr: string }) => error);
    return output.stdout || output.stderr;
  }

  #takeCode(...languages: readonly string[]): CodeBlock {
    const block = this.#take();
    if (block.type !== 'code' || !languages.includes(block.language)) {
      throw new Error(
        `${this.#page} has no ${languages.join(
          ' or ',
        )} here, but ${JSON.stringify(block)}`,
      );
    }
    return block;
  }

  #take(): Block {
    const block = this.#blocks.shift();
    if (!block) {
      throw new Error(`${this.#page} is at its end`);
    }
    return block;
  }
}
