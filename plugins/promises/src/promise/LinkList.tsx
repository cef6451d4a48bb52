import { Link } from '@backstage/ui';
import type { PromiseLink } from '@promissory/plugin-promises-common';
import styles from './plainList.module.css';

/** Where more can be read. */
export function LinkList(props: { readonly links: readonly PromiseLink[] }) {
  return (
    <ul className={styles.list}>
      {props.links
        .filter(({ url }) => /^https?:\/\//.test(url))
        .map(({ url, title }) => (
          <li key={url}>
            <Link href={url} target="_blank" rel="noopener noreferrer">
              {title ?? url}
            </Link>
          </li>
        ))}
    </ul>
  );
}
