package fi.kotiovi.backoffice.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bundle files carry a hash in their names and never change: a phone keeps them for a year, not for an hour. */
@Configuration(proxyBeanMethods = false)
class CacheForever {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> bundleCache() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                chain.doFilter(request, new Immutable(response));
            }
        });
        registration.addUrlPatterns("/VAADIN/build/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static final class Immutable extends HttpServletResponseWrapper {
        Immutable(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            var cacheable = "Cache-Control".equalsIgnoreCase(name) && getStatus() == SC_OK;
            super.setHeader(name, cacheable ? "public, max-age=31536000, immutable" : value);
        }
    }
}
