import type { Draft } from './Draft';

/** What a form knows of its fields beside their values; it goes with an entry of a list that moves. */
export class FieldMarks {
  touched: ReadonlySet<string> = new Set();
  drafts: ReadonlyMap<string, Draft> = new Map();
  sections: ReadonlyMap<string, boolean> = new Map();

  touch(path: string): void {
    this.touched = new Set([...this.touched, path]);
  }

  setDraft(path: string, draft: Draft | undefined): void {
    const drafts = new Map(this.drafts);
    if (draft) {
      drafts.set(path, draft);
    } else {
      drafts.delete(path);
    }
    this.drafts = drafts;
  }

  clearDrafts(): void {
    this.drafts = new Map();
  }

  setSection(path: string, isOpen: boolean): void {
    this.sections = new Map(this.sections).set(path, isOpen);
  }

  /** Gives every path another name; what has none any more is forgotten. */
  rename(nameOf: (path: string) => string | undefined): void {
    this.touched = new Set(
      [...this.touched].map(nameOf).filter(path => path !== undefined),
    );
    this.drafts = renameKeys(this.drafts, nameOf);
    this.sections = renameKeys(this.sections, nameOf);
  }
}

function renameKeys<T>(
  entries: ReadonlyMap<string, T>,
  nameOf: (path: string) => string | undefined,
): ReadonlyMap<string, T> {
  return new Map(
    [...entries].flatMap(([path, value]) => {
      const renamed = nameOf(path);
      return renamed === undefined ? [] : [[renamed, value] as const];
    }),
  );
}
