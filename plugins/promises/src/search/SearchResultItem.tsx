import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type { BaseSearchResultListItemProps } from '@backstage/plugin-search-react/alpha';
import { Text } from '@backstage/ui';
import type {
  PromiseSearchDocument,
  RequestSearchDocument,
} from '@promissory/plugin-promises-common';
import { PromiseIcon } from '../icons/PromiseIcon';
import type { SearchHighlight } from './SearchHighlight';
import styles from './SearchResultItem.module.css';

/** What search knows of the thing: the part that Promises and requests have in common, and what a request was ordered from. */
type Found = Pick<
  PromiseSearchDocument,
  'title' | 'text' | 'location' | 'owner' | 'icon'
> &
  Partial<Pick<RequestSearchDocument, 'promise'>>;

/** A Promise or a request in a list of search results. */
export function SearchResultItem(
  props: BaseSearchResultListItemProps<{
    readonly highlight?: SearchHighlight;
  }>,
) {
  const { highlight } = props;
  const result = props.result as Found | undefined;
  if (!result) return null;
  const { title, text, location, owner, icon, promise } = result;
  return (
    <div className={styles.item}>
      <PromiseIcon icon={icon || undefined} size="small" />
      <div className={styles.text}>
        <Link noTrack to={location} className={styles.title}>
          <Marked text={title} field="title" highlight={highlight} />
        </Link>
        <Text as="p" variant="body-small" color="secondary">
          {promise ? 'Request' : 'Promise'}
          {owner && (
            <>
              {' · '}
              <EntityRefLink entityRef={owner} />
            </>
          )}
        </Text>
        <Text as="p">
          <Marked text={text} field="text" highlight={highlight} />
        </Text>
      </div>
    </div>
  );
}

function Marked(props: {
  readonly text: string;
  readonly field: string;
  readonly highlight: SearchHighlight | undefined;
}) {
  const { text, field, highlight } = props;
  const marked = highlight?.fields[field];
  return marked && highlight ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{text}</>
  );
}
