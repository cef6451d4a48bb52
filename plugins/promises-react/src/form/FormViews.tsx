import { useRef, useState, type RefObject } from 'react';
import { Alert, Button, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { formatPath } from '@promissory/plugin-promises-common';
import { ErrorSummary } from './errors/ErrorSummary';
import { Fields } from './Fields';
import { UnionChoice } from './sections/UnionChoice';
import { FormField } from './FormField';
import { useForm } from './FormContext';
import { YamlTab } from './YamlTab';
import classes from './PromiseForm.module.css';

/** Props of {@link FormViews}. */
export interface FormViewsProps {
  /** Of the summary of the errors; there is none without it. */
  readonly summaryRef: RefObject<HTMLDivElement> | undefined;
}

type View = 'form' | 'yaml';

/** The two views of one value: as a form and as YAML. */
export function FormViews({ summaryRef }: FormViewsProps) {
  const { store } = useForm();
  const [view, setView] = useState<View>('form');
  const [isHeld, setIsHeld] = useState(false);
  const yamlText = useRef('');

  const show = (next: View) => {
    // Text that cannot be read is not thrown away silently.
    const isBroken =
      next === 'form' && store.draftAt(formatPath(store.base)) !== undefined;
    setIsHeld(isBroken);
    if (!isBroken) {
      setView(next);
    }
  };
  const discard = () => {
    store.setDraft(store.base, undefined);
    yamlText.current = '';
    setIsHeld(false);
    setView('form');
  };

  return (
    <div className={classes.form}>
      {summaryRef && <ErrorSummary ref={summaryRef} />}
      <Tabs
        selectedKey={view}
        onSelectionChange={key => show(key === 'yaml' ? 'yaml' : 'form')}
      >
        <TabList aria-label="Ways to fill in the request">
          <Tab id="form">Form</Tab>
          <Tab id="yaml">YAML</Tab>
        </TabList>
        <TabPanel id="form" className={classes.panel}>
          <div className={classes.fields}>
            <RootFields />
          </div>
        </TabPanel>
        <TabPanel id="yaml" className={classes.panel}>
          <div className={classes.fields}>
            {isHeld && (
              <Alert
                status="warning"
                icon
                title="The YAML cannot be read"
                description="Correct it, or discard what was changed since it could be read last."
                customActions={
                  <Button variant="secondary" size="small" onPress={discard}>
                    Discard the YAML
                  </Button>
                }
              />
            )}
            <YamlTab
              lastText={yamlText.current}
              onText={text => {
                yamlText.current = text;
                setIsHeld(false);
              }}
            />
          </div>
        </TabPanel>
      </Tabs>
    </div>
  );
}

/** The fields of the spec itself: without a frame around them, unless it is something else than an object. */
function RootFields() {
  const { root, base } = useForm().store;
  return root.widget.kind === 'object' ? (
    <>
      {root.union?.exclusive && (
        <UnionChoice node={root} path={base} label={root.title} />
      )}
      <Fields nodes={root.children()} path={base} />
    </>
  ) : (
    <FormField node={root} path={base} isEntry />
  );
}
