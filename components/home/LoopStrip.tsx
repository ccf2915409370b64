import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import classes from './home.module.css';
import type { Station } from './stations';

/** Import to promotion, left to right; each station is a link with its next action. */
export function LoopStrip({ stations }: { readonly stations: readonly Station[] }) {
  const t = useTranslations('home.loopStrip');
  return (
    <nav className={classes.strip} aria-label={t('loop')}>
      {stations.map(({ name, value, detail, href, action, isNext }, index) => (
        <Fragment key={name}>
          {index > 0 && <IconChevronRight size={18} className={classes.arrow} aria-hidden />}
          <Link href={href} className={classes.station} data-next={isNext}>
            <span className={classes.name}>{name}</span>
            <span className={classes.value}>{value}</span>
            <span className={classes.detail}>{detail}</span>
            <span className={classes.action}>{action ? `${action} →` : ' '}</span>
          </Link>
        </Fragment>
      ))}
    </nav>
  );
}
