import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Icon } from './icon.tsx';

interface TickBoxProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A check box with its words. */
export function TickBox({ isSelected, onChange, className = '', children }: TickBoxProps) {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className={`line ${className}`}>
        <span className="tick" aria-hidden="true">
          <Icon name="check" />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
