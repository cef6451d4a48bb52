import { useEffect, useRef } from 'react';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { minimalSetup } from 'codemirror';
import { editorTheme } from './editorTheme';
import type { YamlEditorProps } from './YamlEditor';

/** The editor behind {@link YamlEditor}; loaded when it is first shown. Tab leaves it, as it leaves any field. */
export function CodeMirrorEditor(props: YamlEditorProps) {
  const { value, onChange, problems, isInvalid, lines = 4 } = props;
  const label = props['aria-label'];
  const describedBy = props['aria-describedby'];
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>();
  const attributes = useRef(new Compartment());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const editor = new EditorView({
      parent: host.current ?? undefined,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          minimalSetup,
          lineNumbers(),
          lintGutter(),
          yaml(),
          syntaxHighlighting(classHighlighter),
          editorTheme,
          EditorView.lineWrapping,
          attributes.current.of([]),
          EditorView.updateListener.of(update => {
            const text = update.state.doc.toString();
            if (update.docChanged && text !== latest.current.value) {
              latest.current.onChange?.(text);
            }
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  const isReadOnly = onChange === undefined;
  useEffect(() => {
    view.current?.dispatch({
      effects: attributes.current.reconfigure([
        EditorState.readOnly.of(isReadOnly),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-invalid': String(isInvalid ?? false),
          'aria-readonly': String(isReadOnly),
          style: `min-height: ${lines * 1.6 + 0.8}em`,
          ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        }),
      ]),
    });
  }, [label, describedBy, isInvalid, isReadOnly, lines]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: value },
      });
    }
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor) {
      editor.dispatch(
        setDiagnostics(
          editor.state,
          (problems ?? []).map(({ from, to, message }) => ({
            ...visiblePlace(editor.state, from, to),
            severity: 'error' as const,
            message,
          })),
        ),
      );
    }
  }, [problems, value]);

  return <div ref={host} />;
}

/** A whole block as one red line helps nobody: its first line is marked. */
function visiblePlace(state: EditorState, from: number, to: number) {
  const start = Math.min(from, state.doc.length);
  const lineEnd = state.doc.lineAt(start).to;
  return { from: start, to: Math.max(start, Math.min(to, lineEnd)) };
}
