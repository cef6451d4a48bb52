import { useRef } from 'react';
import { Button, Text } from '@backstage/ui';
import styles from './CursorPager.module.css';

/** Next and previous page of a list that is read with cursors. */
export function CursorPager(props: {
  readonly total: number;
  readonly shown: number;
  readonly cursor: string | undefined;
  readonly nextCursor: string | undefined;
  readonly onCursor: (cursor: string | undefined) => void;
}) {
  const { total, shown, cursor, nextCursor, onCursor } = props;
  /** Cursors of the pages before this one; empty after a reload, then the way back is the first page. */
  const before = useRef<string[]>([]);
  if (!cursor) {
    before.current = [];
  }
  const next = () => {
    before.current = [...before.current, cursor ?? ''];
    onCursor(nextCursor);
  };
  const previous = () => {
    const last = before.current.at(-1);
    before.current = before.current.slice(0, -1);
    onCursor(last || undefined);
  };
  return (
    <nav className={styles.pager} aria-label="Pages">
      <Text variant="body-small" color="secondary" role="status">
        {cursor || nextCursor
          ? `${shown} of ${total} requests`
          : `${total} ${total === 1 ? 'request' : 'requests'}`}
      </Text>
      {(cursor || nextCursor) && (
        <div className={styles.buttons}>
          <Button variant="secondary" isDisabled={!cursor} onPress={previous}>
            {cursor && before.current.length === 0 ? 'First page' : 'Previous'}
          </Button>
          <Button variant="secondary" isDisabled={!nextCursor} onPress={next}>
            Next
          </Button>
        </div>
      )}
    </nav>
  );
}
