import { createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

const tones = ['accent', 'good', 'warn', 'bad', 'info'] as const;

/** Buttons and the like in the colours of the tokens, by the name of the role: `color="bad"`. */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const tone = tones.find((name) => name === color);
  const ink = tone ? `var(--${tone})` : 'var(--text)';
  const soft = tone ? `var(--${tone}-soft)` : 'var(--surface-sunk)';
  const flat = { background: 'transparent', hover: soft, color: ink, border: '1px solid transparent' };
  if (variant === 'filled') return filled(tone ?? 'accent');
  if (variant === 'light') return { ...flat, background: soft };
  if (variant === 'outline') return { ...flat, border: `1px solid ${ink}` };
  if (variant === 'default')
    return {
      ...flat,
      color: 'var(--text)',
      background: 'var(--surface-raised)',
      hover: 'var(--surface-sunk)',
      border: '1px solid var(--line-strong)',
    };
  return flat;
};

function filled(tone: string) {
  const isAccent = tone === 'accent';
  return {
    background: `var(--${tone})`,
    hover: isAccent ? 'var(--accent-strong)' : `color-mix(in srgb, var(--${tone}) 85%, var(--text))`,
    color: isAccent ? 'var(--on-accent)' : 'var(--surface)',
    border: '1px solid transparent',
  };
}

/** The library asks for ten shades of each. */
function shadesOf(tone: string): MantineColorsTuple {
  const ink = `var(--${tone})`;
  return [ink, ink, ink, ink, ink, ink, ink, ink, ink, ink];
}

/** The colours themselves are in styles/mantine-tokens.css; here is only what the components decide for themselves. */
export const theme = createTheme({
  colors: Object.fromEntries(tones.map((tone) => [tone, shadesOf(tone)])),
  primaryColor: 'accent',
  variantColorResolver,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'sm',
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        shadow: 'md',
        transitionProps: { duration: 140, transition: 'fade' },
        // The head of a dialog is not the head of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Menu: { defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false, transitionProps: { duration: 120 } } },
    Button: { defaultProps: { color: 'accent' } },
    Checkbox: { defaultProps: { radius: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] } },
  },
});
