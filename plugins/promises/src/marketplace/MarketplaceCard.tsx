import { useId } from 'react';
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Flex,
  Link,
  Text,
} from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PromiseCard } from '@promissory/plugin-promises-common';
import { AvailabilityChip } from '@promissory/plugin-promises-react';
import { PromiseIcon } from '../icons/PromiseIcon';
import { Brings } from '../requirements/Brings';
import { usePromisesLinks } from '../routing/usePromisesLinks';
import { orderHint } from './orderHint';
import cardStyles from '../layout/card.module.css';
import styles from './MarketplaceCard.module.css';

const SHOWN_TAGS = 4;

/** One Promise in the marketplace. */
export function MarketplaceCard(props: { readonly card: PromiseCard }) {
  const { card } = props;
  const links = usePromisesLinks();
  const titleId = useId();
  const hint = orderHint(card);

  return (
    <article aria-labelledby={titleId} className={styles.article}>
      <Card className={cardStyles.card}>
        <CardHeader>
          <Flex gap="3" align="center">
            <PromiseIcon icon={card.icon} />
            <div className={styles.heading}>
              <Text as="h2" variant="title-x-small" weight="bold" id={titleId}>
                <Link
                  href={links.promise(card.name)}
                  variant="title-x-small"
                  weight="bold"
                  standalone
                >
                  {card.title}
                </Link>
              </Text>
              <div className={styles.subtitle}>
                <Text variant="body-small" color="secondary">
                  {[card.category, card.version].filter(Boolean).join(' · ')}
                </Text>
                {card.availability.state !== 'Available' && (
                  <AvailabilityChip availability={card.availability} />
                )}
              </div>
            </div>
          </Flex>
        </CardHeader>
        <CardBody className={`${cardStyles.body} ${styles.body}`}>
          <Flex direction="column" gap="3">
            <Text className={styles.description}>
              {card.description ?? 'No description.'}
            </Text>
            {card.tags.length > 0 && (
              <Flex gap="1" className={styles.tags}>
                {card.tags.slice(0, SHOWN_TAGS).map(tag => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
                {card.tags.length > SHOWN_TAGS && (
                  <Badge>+{card.tags.length - SHOWN_TAGS}</Badge>
                )}
              </Flex>
            )}
            <Brings requirements={card.requirements} />
            {!hint.orderable && (
              <div
                className={styles.hint}
                data-support={hint.isSupport || undefined}
              >
                <Text
                  variant="body-small"
                  weight={hint.isSupport ? 'regular' : 'bold'}
                >
                  {hint.reason}
                </Text>
                {hint.remedy && <Text variant="body-small">{hint.remedy}</Text>}
              </div>
            )}
          </Flex>
        </CardBody>
        <CardFooter>
          <Flex justify="between" align="center" gap="3">
            <Text variant="body-small" color="secondary" truncate>
              {card.owner ? (
                <>
                  by{' '}
                  <EntityRefLink entityRef={card.owner} defaultKind="group" />
                </>
              ) : (
                'No owner'
              )}
            </Text>
            {hint.orderable && (
              <ButtonLink
                href={links.order(card.name)}
                aria-label={`Order ${card.title}`}
              >
                Order
              </ButtonLink>
            )}
            {!hint.orderable && !hint.isSupport && (
              <Button
                isDisabled
                variant="secondary"
                aria-label={`Order ${card.title}`}
              >
                Order
              </Button>
            )}
          </Flex>
        </CardFooter>
      </Card>
    </article>
  );
}
