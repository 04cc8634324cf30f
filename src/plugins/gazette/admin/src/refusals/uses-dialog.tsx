import { Button, Flex, Link, Modal, Typography } from '@strapi/design-system';
import { editAddressOf } from '../store/edit-address';
import type { Use } from './uses';

interface Texts {
  title: string;
  /** What to do about it. */
  advice: string;
  close: string;
}

interface UsesDialogProps {
  uses: Use[];
  texts: Texts;
  /** The name of a content type, by its uid. */
  typeName(uid: string): string;
  adminPath: string;
  onClose(): void;
}

/** Lists what stands in the way of a deletion, each with a link that opens it beside this page. */
export const UsesDialog = ({ uses, texts, typeName, adminPath, onClose }: UsesDialogProps) => (
  <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
    <Modal.Content>
      <Modal.Header closeLabel={texts.close}>
        <Modal.Title>{texts.title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{texts.advice}</Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {uses.map((use) => (
              <li key={`${use.uid} ${use.documentId}`}>
                <Typography textColor="neutral600">{`${typeName(use.uid)}: `}</Typography>
                <Link href={editAddressOf(use, adminPath)} isExternal>
                  {use.title}
                </Link>
              </li>
            ))}
          </Flex>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{texts.close}</Button>
        </Modal.Close>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
);
