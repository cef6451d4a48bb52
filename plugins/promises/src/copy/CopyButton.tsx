import { useEffect, useState } from 'react';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';

const SHOWN_MS = 2_000;

/** Puts a text on the clipboard, and says whether it did. */
export function CopyButton(props: {
  readonly label: string;
  readonly text: string;
}) {
  const { label, text } = props;
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();

  useEffect(() => {
    const timer = outcome && setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  const words = {
    copied: 'Copied',
    refused: 'The browser did not allow it',
  };
  return (
    <TooltipTrigger>
      <ButtonIcon
        aria-label={outcome ? words[outcome] : label}
        icon={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
        variant="tertiary"
        size="small"
        onPress={copy}
      />
      <Tooltip>{outcome ? words[outcome] : label}</Tooltip>
    </TooltipTrigger>
  );
}
