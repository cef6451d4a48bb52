import { useId, useState } from 'react';
import { ButtonIcon, Link } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { ChildRequest } from '@promissory/plugin-promises-common';
import { PromiseIcon } from '../../icons/PromiseIcon';
import { usePromisesLinks } from '../../routing/usePromisesLinks';
import { ChildStateChip } from './ChildStateChip';
import { ChildTree } from './ChildTree';
import { flattenChildren } from './childTree';
import { countDelivered, isDelivered } from './countDelivered';
import styles from './ChildTree.module.css';

/** One child: what it is, how it is, why, and what it brought in turn. */
export function ChildNode(props: {
  readonly child: ChildRequest;
  readonly parentNamespace: string;
}) {
  const { child, parentNamespace } = props;
  const { uid, name, namespace, promise, children } = child;
  const links = usePromisesLinks();
  const nameId = useId();
  /** Undefined until the person chose: what is not well shows itself. */
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? !flattenChildren(children).every(isDelivered);
  // Children of one parent often share their name, and differ in what they are.
  const title = `${promise.title} ${name}`;
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li className={styles.node} aria-labelledby={nameId}>
      <div className={styles.row}>
        {children.length > 0 && (
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<Arrow />}
            aria-label={`What ${title} consists of`}
            aria-expanded={isOpen}
            onPress={() => setChosen(!isOpen)}
          />
        )}
        <PromiseIcon icon={promise.icon} size="small" />
        <span className={styles.words}>
          <span id={nameId}>
            {uid ? (
              <Link href={links.request(uid)} weight="bold">
                {title}
              </Link>
            ) : (
              <strong>{title}</strong>
            )}
            {namespace !== parentNamespace && (
              <span className={styles.secondary}> in {namespace}</span>
            )}
          </span>
          {children.length > 0 && (
            <span className={styles.secondary}>{countDelivered(children)}</span>
          )}
          <Cause child={child} />
        </span>
        <ChildStateChip child={child} />
      </div>
      {children.length > 0 && isOpen && (
        <ChildTree
          label={`Children of ${title}`}
          children={children}
          namespace={namespace}
        />
      )}
    </li>
  );
}

/** Why it is not delivered, in words. */
function Cause({ child }: { readonly child: ChildRequest }) {
  const { problem, state } = child;
  const cause = problem ?? (isDelivered(child) ? undefined : state);
  return cause?.message ? (
    <span className={styles.cause}>{cause.message}</span>
  ) : null;
}
