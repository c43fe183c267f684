document.documentElement.dataset.page = 'static';
