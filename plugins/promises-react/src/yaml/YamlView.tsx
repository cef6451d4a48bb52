import { useEffect, useState } from 'react';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { ButtonIcon } from '@backstage/ui';
import type { HighlightedPart } from './highlightYaml';
import classes from './code.module.css';

/** Props of {@link YamlView}. @public */
export interface YamlViewProps {
  readonly text: string;
  readonly 'aria-label': string;
}

/** Without it a keyboard cannot reach what is below the edge of the box. */
const keyboardScrollable = { tabIndex: 0 } as const;

/** YAML to read and to copy. @public */
export function YamlView(props: YamlViewProps) {
  const { text, 'aria-label': label } = props;
  const [parts, setParts] = useState<readonly HighlightedPart[]>();
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    let isGone = false;
    setParts(undefined);
    // Only colours: without them the text is readable too.
    import('./highlightYaml').then(
      module => !isGone && setParts(module.highlightYaml(text)),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [text]);

  useEffect(() => {
    const timer = isCopied && setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer || undefined);
  }, [isCopied]);

  return (
    <div className={classes.frame}>
      <div className={classes.copy}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={isCopied ? 'Copied' : `Copy ${label}`}
          icon={
            isCopied ? (
              <RiCheckLine aria-hidden />
            ) : (
              <RiFileCopyLine aria-hidden />
            )
          }
          onPress={() =>
            navigator.clipboard?.writeText(text).then(
              () => setIsCopied(true),
              () => undefined,
            )
          }
        />
      </div>
      <pre
        className={classes.code}
        role="region"
        aria-label={label}
        {...keyboardScrollable}
      >
        <code>
          {parts
            ? parts.map((part, index) => (
                <span key={index} className={part.classes}>
                  {part.text}
                </span>
              ))
            : text}
        </code>
      </pre>
    </div>
  );
}
