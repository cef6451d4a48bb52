import { Text } from '@backstage/ui';
import type { ResourceRequestDetail } from '@promissory/plugin-promises-common';
import { Section } from '../../layout/Section';
import { usePromisesLinks } from '../../routing/usePromisesLinks';
import { whyNot } from '../actionRules';
import { countViolations } from './countViolations';
import { ViolationList } from './ViolationList';

/** The rules that the newest run found broken, each with the way to the field that mends it; absent where there are none. */
export function ViolationsSection(props: {
  readonly request: ResourceRequestDetail;
}) {
  const { request } = props;
  const links = usePromisesLinks();
  const violations = request.state.violations ?? [];
  if (violations.length === 0) {
    return null;
  }
  const canChange = whyNot('update', request) === undefined;
  return (
    <Section
      title="Rules that it breaks"
      aside={
        <Text variant="body-small" color="secondary">
          {countViolations(violations)}
        </Text>
      }
    >
      <ViolationList
        violations={violations}
        fieldHref={path =>
          canChange && path.startsWith('spec')
            ? links.change(request.uid, path)
            : undefined
        }
      />
    </Section>
  );
}
