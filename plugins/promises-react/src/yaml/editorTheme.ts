import { EditorView } from '@codemirror/view';

/** The editor in the colours of `@backstage/ui`, which follow the theme of the app by themselves. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', maxHeight: '30em' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': { caretColor: 'var(--bui-fg-primary)', padding: '0.4em 0' },
  '.cm-cursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    borderRight: '1px solid var(--bui-border-1)',
    color: 'var(--bui-fg-secondary)',
  },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'var(--bui-announcement-bg-subdued)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--bui-bg-neutral-1)',
    border: '1px solid var(--bui-border-2)',
    color: 'var(--bui-fg-primary)',
  },
});
