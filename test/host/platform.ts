/** Where the app runs, as plugins ask for it. One host runs at a time. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: 'app://local/',
};

export type PlatformName = 'desktop' | 'phone';

let language = 'en';

export function setPlatform(name: PlatformName, to: string): void {
  const phone = name === 'phone';
  Object.assign(Platform, { isDesktop: !phone, isDesktopApp: !phone, isLinux: !phone, isMobile: phone, isMobileApp: phone, isPhone: phone, isIosApp: phone });
  document.body.toggleClass('is-mobile', phone);
  document.body.toggleClass('is-phone', phone);
  language = to;
}

export function getLanguage(): string {
  return language;
}

export const apiVersion = '1.13.7';

export function requireApiVersion(version: string): boolean {
  const numbers = (text: string): number[] => text.split('.').map(Number);
  const wanted = numbers(version);
  const own = numbers(apiVersion);
  for (let index = 0; index < 3; index++) {
    const difference = (own[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
