import { Flex, Tooltip } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { FormattedMessage, useIntl } from 'react-intl';
import type { HelpRenderer } from './layout-types';

const LabelHelp = ({ id }: { id: string }) => {
  const text = useIntl().formatMessage({ id });
  return (
    <Tooltip label={text}>
      <Information aria-label={text} width="1.2rem" height="1.2rem" />
    </Tooltip>
  );
};

/** Shows help texts in the editor's language. */
export const helpRenderer: HelpRenderer = {
  hint: (id) => <FormattedMessage id={id} />,
  besideLabel: (id, existing) => (
    <Flex gap={1}>
      {existing}
      <LabelHelp id={id} />
    </Flex>
  ),
};
