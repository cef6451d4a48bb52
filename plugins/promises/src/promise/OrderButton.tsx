import { useNavigate } from 'react-router-dom';
import { ButtonLink } from '@backstage/ui';
import { RiShoppingCartLine } from '@remixicon/react';
import type { PromiseCard } from '@promissory/plugin-promises-common';
import { orderHint } from '../marketplace/orderHint';
import { ActionButton } from '../request/actions/ActionButton';
import { usePromisesLinks } from '../routing/usePromisesLinks';

/** Leads to the form, or says why there is none; nothing where a Promise is not made to be ordered. */
export function OrderButton(props: { readonly card: PromiseCard }) {
  const { card } = props;
  const links = usePromisesLinks();
  const navigate = useNavigate();
  const hint = orderHint(card);
  const icon = <RiShoppingCartLine />;
  if (!hint.orderable && hint.isSupport) {
    return null;
  }
  return hint.orderable ? (
    <ButtonLink href={links.order(card.name)} iconStart={icon}>
      Order
    </ButtonLink>
  ) : (
    <ActionButton
      label="Order"
      icon={icon}
      whyNot={hint.reason}
      onPress={() => navigate(links.order(card.name))}
    />
  );
}
