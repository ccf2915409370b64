import { type MantineColorsTuple, createTheme, rem } from '@mantine/core';
import { translator } from '@/messages/translator';

/** One accent; everything else is neutral grey or means something. */
export const teal: MantineColorsTuple = [
  '#e6f7f6', '#d3eceb', '#a8d8d6', '#79c3c0', '#53b1ad', '#3aa6a1', '#2aa19c', '#188d88', '#007e79', '#006d69',
];

const closeButtonProps = { 'aria-label': translator('ui.dialog')('close') };

export const theme = createTheme({
  primaryColor: 'teal',
  // White text on a filled button is at least 4.5 to 1 in both schemes.
  primaryShade: { light: 8, dark: 8 },
  colors: { teal },
  fontFamily: 'var(--font-geist-sans), system-ui, sans-serif',
  fontFamilyMonospace: 'var(--font-geist-mono), ui-monospace, monospace',
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(19) },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: rem(19) }, h2: { fontSize: rem(16) }, h3: { fontSize: rem(14) } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 10, fz: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { transitionProps: { duration: 100 }, closeButtonProps } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, closeButtonProps } },
    // The first item gets the focus; a placeholder for it is no child that a menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});
